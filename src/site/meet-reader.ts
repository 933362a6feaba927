import { meetReader } from '../reader/page/meet-reader.ts';

// For pages that record nothing; the others come to it by their recorder.
meetReader();
