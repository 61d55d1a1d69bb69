using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Validation.Merging;

/// <summary>Two fields that cannot be merged.</summary>
/// <param name="ResponseName">Their response name.</param>
/// <param name="Reason">Why, as a clause.</param>
/// <param name="First">The one field, followed by those below it that are the cause.</param>
/// <param name="Second">The other field, likewise.</param>
internal sealed record FieldConflict(string ResponseName, string Reason, ImmutableArray<FieldNode> First, ImmutableArray<FieldNode> Second);
