using Oms.Engine.Execution.Incremental;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Merging;

/// <summary>A field together with the type it is selected from.</summary>
/// <param name="Node">The selection.</param>
/// <param name="ParentType">The type of the innermost selection set or type condition; null when it is not known.</param>
/// <param name="Definition">The definition of the field; null for meta fields and unknown ones.</param>
internal sealed record SelectedField(FieldNode Node, NamedType? ParentType, FieldDefinition? Definition)
{
    public bool IsSimpleLeaf => Node.Arguments.IsEmpty && Node.SelectionSet is null && !IsStreamed;

    /// <summary>Whether its items are asked for one by one, which no other selection of the same place can share.</summary>
    public bool IsStreamed => !Node.Directives.IsEmpty && IncrementalDirectives.Find(Node.Directives, IncrementalDirectives.Stream) is not null;

    public NamedType? SubselectionType => Definition?.Type.NamedType;
}
