import {
  TextDocumentContentChangeEvent as Change,
  type DocumentUri,
  type PositionEncodingKind,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from 'vscode-languageserver';
import { Rope } from '../rope.ts';
import { Positions } from './positions.ts';

/** An open document as it is now. A change makes a new one, so what was read from one stays true of its version. */
export interface OpenDocument {
  readonly uri: DocumentUri;
  readonly languageId: string;
  readonly version: number;
  readonly text: Rope;
  readonly positions: Positions;
}

/** The open documents, synchronised incrementally, with positions in the encoding that was agreed on. */
export function openDocuments(encoding: () => PositionEncodingKind): TextDocuments<OpenDocument> {
  const make = (uri: DocumentUri, languageId: string, version: number, text: Rope): OpenDocument => {
    let positions: Positions | undefined;
    return {
      uri,
      languageId,
      version,
      text,
      get positions() {
        positions ??= new Positions(text, encoding());
        return positions;
      },
    };
  };
  return new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => make(uri, languageId, version, Rope.of(text)),
    update(document, changes, version) {
      const changed = changes.reduce<OpenDocument>(
        (at, change) => make(at.uri, at.languageId, version, edited(at, change)),
        document,
      );
      return changed.version === version ? changed : make(document.uri, document.languageId, version, document.text);
    },
  });
}

function edited({ text, positions }: OpenDocument, change: TextDocumentContentChangeEvent): Rope {
  if (!Change.isIncremental(change)) return Rope.of(change.text);
  const { start, end } = positions.offsetsOf(change.range);
  return text.edited(Math.min(start, end), Math.max(start, end), change.text);
}
