namespace Oms.Engine.Language;

/// <summary>A place in a source as people and GraphQL responses name it (spec 7.1.6).</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
public readonly record struct SourcePosition(int Line, int Column);
