namespace Oms.Graph.Import;

/// <summary>GraphQL input <c>ImportOntologyInput</c>.</summary>
internal sealed record ImportOntologyInput(
    string Branch, ImportFormat Format, IReadOnlyList<ImportFileInput> Files, IReadOnlyList<string> Issues, string Message, bool DryRun);
