// As the Apex class of that name; there is no record here, so the question's variables say everything.
import { ask as askServer } from './server.js';

export const ask = ({ question, variables }) => askServer(question, JSON.parse(variables));
