import { meetReader } from '../reader/page/meet-reader.ts';

// For pages that record nothing; other pages call this via their recorder.
meetReader();
