// Loaded when a reader asks for the picture of a figure; `offerPictures` takes what it leaves behind.
import { copyPicture } from './copy-picture.ts';

Object.assign(window, { atiPicture: { copyPicture } });
