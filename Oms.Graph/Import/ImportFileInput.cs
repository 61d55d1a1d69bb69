using Oms.Engine.Types;

namespace Oms.Graph.Import;

/// <summary>GraphQL input <c>ImportFileInput</c>.</summary>
internal sealed record ImportFileInput(string Name, string? Content, IFile? Upload);
