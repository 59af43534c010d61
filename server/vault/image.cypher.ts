export const readVaultPath = `MATCH (v:Vault {id: $vaultId}) RETURN v.path AS path`;
