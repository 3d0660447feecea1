// The questions that the components may ask: each a file, known to the server by the hash of its text.
import crypto from 'node:crypto';
import path from 'node:path';
import { documents, filesIn, read } from './places.mjs';

export const idOf = (text) =>
    'sha256:' + crypto.createHash('sha256').update(text, 'utf8').digest('hex');

/** By the file's name: {file, text, id}. */
export function trustedDocuments() {
    return new Map(
        filesIn(documents, '.graphql').map((file) => {
            const text = read(file);
            return [path.basename(file, '.graphql'), { file, text, id: idOf(text) }];
        })
    );
}
