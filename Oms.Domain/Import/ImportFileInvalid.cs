using Oms.Domain.Refusals;

namespace Oms.Domain.Import;

/// <summary>A file to import can not be read.</summary>
/// <param name="File">Its name as given.</param>
/// <param name="Line">The line, from 1; null where the fault has no line.</param>
/// <param name="What">What is wrong there, without a full stop.</param>
public sealed record ImportFileInvalid(string File, int? Line, string What)
    : Refusal("IMPORT_FILE_INVALID", Line is { } line ? $"{File}, line {line}: {What}." : $"{File}: {What}.");
