import type { InitializeParams, PositionEncodingKind } from 'vscode-languageserver';
import type { Locale } from '../text.ts';
import { positionEncodingFor } from './positions.ts';
import type { InitializationOptions } from './protocol.ts';

/** What a client can do and what it said of itself: read once, from `initialize`. */
export interface ClientView {
  /** The client's own language. */
  readonly locale: Locale;
  readonly encoding: PositionEncodingKind;
  readonly options: InitializationOptions;
  readonly canPull: boolean;
  readonly canRefreshDiagnostics: boolean;
  readonly canRefreshCodeLens: boolean;
  readonly canRefreshInlayHints: boolean;
  readonly canConfigure: boolean;
  readonly canWatchFiles: boolean;
  readonly canRelate: boolean;
  readonly canDescribeCode: boolean;
  readonly canTag: boolean;
  readonly canVersionDiagnostics: boolean;
  /** Edits of a code action, and texts of a completion, may hold tab stops. */
  readonly canSnippetEdit: boolean;
  readonly canSnippetComplete: boolean;
  /** An edit may name the version that it fits. */
  readonly canEditVersions: boolean;
  readonly canLiteralCodeActions: boolean;
  readonly canMarkdown: boolean;
  readonly canNestSymbols: boolean;
  /** Asks the server for the text of documents that are on no disk. */
  readonly canShowPages: boolean;
}

export function clientView(params: InitializeParams): ClientView {
  const { workspace, textDocument } = params.capabilities;
  const { completion, hover, codeAction, documentSymbol } = textDocument ?? {};
  // Clients of LSP 3.17 say it of published diagnostics and mean pulled ones too.
  const shown = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  return {
    locale: (params.locale ?? 'zh').toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
    encoding: positionEncodingFor(params.capabilities),
    options: optionsIn(params.initializationOptions),
    canPull: textDocument?.diagnostic !== undefined,
    canRefreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    canRefreshCodeLens: workspace?.codeLens?.refreshSupport === true,
    canRefreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    canConfigure: workspace?.configuration === true,
    canWatchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    canRelate: shown.relatedInformation === true,
    canDescribeCode: shown.codeDescriptionSupport === true,
    canTag: shown.tagSupport !== undefined,
    canVersionDiagnostics: textDocument?.publishDiagnostics?.versionSupport === true,
    canSnippetEdit: workspace?.workspaceEdit?.snippetEditSupport === true,
    canSnippetComplete: completion?.completionItem?.snippetSupport === true,
    canEditVersions: workspace?.workspaceEdit?.documentChanges === true,
    canLiteralCodeActions: codeAction?.codeActionLiteralSupport !== undefined,
    canMarkdown: (hover?.contentFormat ?? []).includes('markdown'),
    canShowPages: workspace?.textDocumentContent !== undefined,
    canNestSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}

/** Whatever a client sends: only an object counts. */
function optionsIn(sent: unknown): InitializationOptions {
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? sent : {};
}
