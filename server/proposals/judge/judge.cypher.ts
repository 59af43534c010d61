export const readVaults = `
MATCH (n:Scene) WHERE n.id IN $ids RETURN n.id AS id, n.vaultId AS vaultId`;

export const readVault = `
MATCH (v:Vault {id: $vaultId}) RETURN v.id AS id`;
