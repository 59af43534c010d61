// kind: schema
CREATE INDEX source_path IF NOT EXISTS FOR (n:Source) ON (n.vaultId, n.path);
CREATE INDEX source_hash IF NOT EXISTS FOR (n:Source) ON (n.hash);
CREATE INDEX scene_root IF NOT EXISTS FOR (n:Scene) ON (n.rootId);
CREATE INDEX scene_source IF NOT EXISTS FOR (n:Scene) ON (n.sourceId);
CREATE INDEX scene_title IF NOT EXISTS FOR (n:Scene) ON (n.title);
CREATE INDEX scene_state IF NOT EXISTS FOR (n:Scene) ON (n.state);
CREATE INDEX scene_vault IF NOT EXISTS FOR (n:Scene) ON (n.vaultId);
CREATE INDEX passage_scene IF NOT EXISTS FOR (n:Passage) ON (n.sceneId);
CREATE INDEX passage_hash IF NOT EXISTS FOR (n:Passage) ON (n.hash);
CREATE INDEX concept_name IF NOT EXISTS FOR (n:Concept) ON (n.name);
CREATE INDEX proposal_state IF NOT EXISTS FOR (n:Proposal) ON (n.state);
CREATE INDEX proposal_pair IF NOT EXISTS FOR (n:Proposal) ON (n.fromId, n.toId);
CREATE INDEX job_state IF NOT EXISTS FOR (n:Job) ON (n.state);
// one full-text index a set of properties is all Neo4j takes (a second is passed over by IF NOT EXISTS): `english` is never set and makes another set
CREATE FULLTEXT INDEX passage_text_ru IF NOT EXISTS FOR (n:Passage) ON EACH [n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'russian'}};
CREATE FULLTEXT INDEX passage_text_en IF NOT EXISTS FOR (n:Passage) ON EACH [n.text, n.english] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};
CREATE FULLTEXT INDEX scene_title_ru IF NOT EXISTS FOR (n:Scene) ON EACH [n.title, n.aliases] OPTIONS {indexConfig: {`fulltext.analyzer`: 'russian'}};
CREATE FULLTEXT INDEX scene_title_en IF NOT EXISTS FOR (n:Scene) ON EACH [n.title, n.aliases, n.english] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};
CREATE VECTOR INDEX passage_vector IF NOT EXISTS FOR (n:Passage) ON (n.vector) OPTIONS {indexConfig: {`vector.dimensions`: 384, `vector.similarity_function`: 'cosine'}};
