import '../../site/meet-reader.ts';
import './certificate-signing.element.ts';
import './signed-verification.element.ts';
