import type { ErrorCode } from '../../graph-schema/app-error.ts';

/** What happened (and what was kept), and what to do. */
export const errors = {
  java_missing: {
    what: 'No Java 17 or newer was found, so the managed Neo4j cannot start.',
    cure: 'Install one (Debian, Ubuntu: apt-get install openjdk-17-jre-headless) or set JAVA_HOME; or point NEO4J_URI at a server of your own.',
  },
  prerequisites_missing: {
    what: 'Something needed beforehand is missing: {missing}.',
    cure: 'Install what is named above and start again. Nothing was changed.',
  },
  disk_full: {
    what: 'The disk is full. What was already written stays whole.',
    cure: 'Free some space and try again; finished parts are not fetched twice.',
  },
  home_not_writable: {
    what: 'The home folder {home} cannot be written to.',
    cure: 'Give yourself the right to write there, or choose another folder by SCENEFIELD_HOME.',
  },
  home_in_use: {
    what: 'Scenefield already runs on this home: {address}.',
    cure: 'Open that address, or stop the other one first.',
  },
  port_in_use: {
    what: 'Port {port} is taken by another program.',
    cure: 'Choose another by SCENEFIELD_PORT.',
  },
  app_stopped: {
    what: 'The running Scenefield at {address} stopped answering.',
    cure: 'What was done is kept, and a job that was running goes on at the next npm start.',
  },
  neo4j_unreachable: {
    what: 'Neo4j does not answer at {uri}. Your notes and decisions are where they were.',
    cure: 'Check that the server runs and that NEO4J_URI is right, then try again.',
  },
  neo4j_auth: {
    what: 'Neo4j at {uri} refused the name {username} or its password. Nothing was written.',
    cure: 'Check NEO4J_USERNAME and NEO4J_PASSWORD and start again.',
  },
  neo4j_database_missing: {
    what: 'The Neo4j server at {uri} has no database named {database}. Nothing was written.',
    cure: 'Check NEO4J_DATABASE and start again, or unset it: then the database that the server opens for {username} is taken.',
  },
  neo4j_too_old: {
    what: 'This Neo4j is too old: {found}. Nothing was written to it.',
    cure: 'Use Neo4j {needed} or newer, or unset NEO4J_URI to use the managed one.',
  },
  neo4j_foreign_data: {
    what: 'This database already holds someone else’s data: {counts}. Nothing was written to it.',
    cure: 'Name another database by NEO4J_DATABASE, or say yes to sharing this one on the page. Scenefield then touches only its own nodes.',
  },
  neo4j_label_clash: {
    what: 'This database already holds someone else’s data under names that Scenefield uses too ({clashes}), so the two cannot be kept apart. It holds: {counts}. Nothing was written to it.',
    cure: 'Name another database by NEO4J_DATABASE, or unset NEO4J_URI to use the managed one.',
  },
  neo4j_newer_schema: {
    what: 'This field was written by a newer Scenefield (schema {found}, this one knows {known}). Nothing was changed.',
    cure: 'Update Scenefield and start again.',
  },
  neo4j_migration_changed: {
    what: 'Migration {name} differs from the one this field was made with. Nothing was changed.',
    cure: 'Restore the original file of this version of Scenefield.',
  },
  neo4j_fetch_failed: {
    what: 'Neo4j’s files could not be fetched. What is already here is kept.',
    cure: 'Check the network (Maven’s words are in the log of the home folder) and try again; or point NEO4J_URI at a server of your own.',
  },
  neo4j_start_failed: {
    what: 'The managed Neo4j did not start.',
    cure: 'See the log in the home folder; starting again often helps. Your data is untouched.',
  },
  neo4j_halted: {
    what: 'Neo4j stopped writing, most often because its disk is full. What was written before is whole.',
    cure: 'Free some space. The managed Neo4j then comes back by itself, and what was under way goes on; a server of your own must be started again.',
  },
  weights_unreachable: {
    what: 'The model’s weights could not be fetched. The parts already here are kept.',
    cure: 'Check the network and try again, or give a GGUF file by SCENEFIELD_WRITE_MODEL / SCENEFIELD_EMBED_MODEL. Everything that needs no model works meanwhile.',
  },
  weights_altered: {
    what: 'The weights in {weights} differ from their checksum, and could not be fetched anew. The file is left where it is and is not used; the parts already fetched are kept.',
    cure: 'Check the network and try again: it will be replaced by a whole one. Or put the original file back, or give a GGUF of your own by SCENEFIELD_WRITE_MODEL / SCENEFIELD_EMBED_MODEL. Everything that needs no model works meanwhile.',
  },
  weights_damaged: {
    what: 'The weights did not match their checksum and were put aside.',
    cure: 'Try again: they will be fetched anew.',
  },
  model_unknown: {
    what: 'There is no model of that name.',
    cure: 'See `scenefield models list`, or give the path of a GGUF file.',
  },
  model_not_ready: {
    what: 'The model is not ready yet.',
    cure: 'Wait until its stage is done, or choose another model in Settings.',
  },
  model_host_died: {
    what: 'The model’s process stopped and was started again.',
    cure: 'Try once more. If it keeps stopping, choose a smaller model in Settings.',
  },
  model_failed: {
    what: 'The model could not do it.',
    cure: 'Try once more, or choose another model in Settings.',
  },
  endpoint_not_agreed: {
    what: 'The model at {address} is not on this computer, and nobody has agreed yet that passages and notes go there. Nothing was sent.',
    cure: 'Say yes or no in Settings, Models.',
  },
  endpoint_unreachable: {
    what: 'The model at {address} cannot be reached ({detail}). What was done so far is kept.',
    cure: 'Check that the server runs and that the address in Settings is right. It is tried again by itself; everything that needs no model works meanwhile.',
  },
  endpoint_refused: {
    what: 'The server at {address} refused the API key ({status}). {detail}',
    cure: 'Enter the key anew in Settings, Models.',
  },
  endpoint_no_model: {
    what: 'The server at {address} does not know the model “{model}” or the address ({status}). {detail}',
    cure: 'Check the model’s name and the address in Settings, Models; the test there lists the names that the server knows.',
  },
  endpoint_busy: {
    what: 'The server at {address} has too much to do or failed itself ({status}), also when asked again. {detail}',
    cure: 'Wait a little: it is tried again by itself. What was done so far is kept.',
  },
  endpoint_stalled: {
    what: 'The server at {address} said nothing for {seconds} s and was let go.',
    cure: 'See whether the server still works; a smaller model answers sooner. What was done so far is kept.',
  },
  endpoint_nonsense: {
    what: 'The answer of {address} is not what was asked for: {why, select, no_json {it is not JSON} no_vectors {vectors are missing in it} no_text {there is no text in it} other_length {its vectors have another length than before} no_numbers {its vectors hold zeros or no numbers} no_probabilities {the probabilities of words are missing, without them nothing can be judged} too_long {it does not end} other {it cannot be read}}. Nothing of it was taken.',
    cure: 'Check that the address leads to a server of the OpenAI kind and that the model fits its work: one for vectors does not write. The test in Settings, Models, shows it.',
  },
  vault_not_found: {
    what: 'There is no such folder or vault.',
    cure: 'Check the path; `scenefield vaults` lists the vaults of this field.',
  },
  vault_not_folder: { what: 'That is a file, not a folder.', cure: 'Give the folder that holds the notes.' },
  vault_empty: {
    what: 'There are no notes in that folder.',
    cure: 'Choose a folder with Markdown files (.md) in it.',
  },
  vault_unreadable: {
    what: 'That folder cannot be read.',
    cure: 'Check its permissions and try again. The field is unchanged.',
  },
  not_found: { what: 'It is no longer in the field, or never was.', cure: 'Search for it by name.' },
  ambiguous_title: { what: 'Several scenes have that title.', cure: 'Give the id of the one you mean.' },
  nothing_said: {
    what: 'Notes only name “{title}” and say nothing about it: there is nothing to write a draft from.',
    cure: 'Write a sentence about it in any note, or make a note of that name yourself.',
  },
  question_too_long: {
    what: 'That is too long for a question: more than {most} characters. Nothing was changed.',
    cure: 'Ask a shorter one. Put a long text into a note and ask about it.',
  },
  already_decided: {
    what: 'This was decided already.',
    cure: 'Undo that decision first if you want another.',
  },
  not_own: {
    what: '“{title}” is a note of a vault or came from elsewhere: its words are not changed here.',
    cure: 'Edit it where it was written, or write a scene of your own beside it.',
  },
  edited_meanwhile: {
    what: '“{title}” was changed in another window meanwhile. Your text is safe, nothing was written.',
    cure: 'Compare it with what is there now and save once more.',
  },
  link_to_itself: { what: 'A scene cannot be linked to itself.', cure: 'Choose another scene.' },
  link_exists: {
    what: 'That link is there already: “{from}” → “{to}”.',
    cure: 'Choose another kind, or look at it in the card.',
  },
  said_in_text: {
    what: 'The text of “{title}” itself says this link.',
    cure: 'Take it out of the text: the link goes with its words.',
  },
  stands_on: { what: 'Later decisions stand on this one.', cure: 'Take them back together, or leave it.' },
  nothing_to_undo: { what: 'There is nothing to take back.', cure: 'Nothing was changed.' },
  nothing_to_redo: {
    what: 'There is nothing to bring back.',
    cure: 'What was taken back can be brought back until something new is decided. Nothing was changed.',
  },
  not_undoable: {
    what: 'That entry cannot be taken back.',
    cure: 'Nothing was changed. A vault or a pack can be removed whole.',
  },
  stage_not_ready: {
    what: 'This part is still starting.',
    cure: 'It will work in a moment; the start page shows how far it is.',
  },
  pack_invalid: {
    what: 'This file is not a valid scene pack. Nothing was imported.',
    cure: 'See the lines named, mend them and try again.',
  },
  pack_newer: {
    what: 'This pack was written by a newer Scenefield. Nothing was imported.',
    cure: 'Update Scenefield, or ask for the pack in an older version.',
  },
  pack_too_large: {
    what: 'This file is too large or too deeply nested for a scene pack. Nothing was imported.',
    cure: 'Export a smaller part and try again.',
  },
  export_empty: {
    what: 'There is nothing to take along in this choice. No file was made.',
    cure: 'Choose something else to export, or open a folder of notes first.',
  },
  file_unreadable: {
    what: 'The file {path} cannot be opened ({detail}). Nothing was changed.',
    cure: 'Check the path and the rights to it and try again.',
  },
  backup_damaged: {
    what: 'This file is not a whole backup of a field: {detail}. Nothing was restored.',
    cure: 'Take another copy of the file, or another backup.',
  },
  backup_newer: {
    what: 'This backup was made by a newer version of Scenefield. Nothing was restored.',
    cure: 'Update Scenefield and restore it again.',
  },
  field_not_empty: {
    what: 'There is already a field here, and a backup is restored into an empty one. Nothing was changed.',
    cure: 'Save a backup of this field, erase it in Settings, and restore again. Or keep both: restore into another home folder, named by SCENEFIELD_HOME.',
  },
  query_refused: {
    what: 'This query was not run: {detail}. Nothing left and nothing changed.',
    cure: 'A query that only reads and returns scenes or their ids will do, for example: MATCH (s:Scene) WHERE s.title CONTAINS "core" RETURN s.id.',
  },
  bad_input: {
    what: 'That cannot be right as it was given.',
    cure: 'Check what you typed and try again. Nothing was changed.',
  },
  forbidden: {
    what: 'This window has no key, or an old one.',
    cure: 'Open the link that the start printed, or start again for a new one.',
  },
  cancelled: {
    what: 'It was cancelled. What was finished is kept.',
    cure: 'Start it again to go on from there.',
  },
  internal: {
    what: 'Something went wrong inside Scenefield. Your notes were not touched.',
    cure: 'Try again; the log in the home folder has the details, and Settings can copy them for a report.',
  },
} satisfies Record<ErrorCode, { what: string; cure: string }>;
