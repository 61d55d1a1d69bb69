namespace Oms.Domain.Ontology.Editing;

/// <summary>
/// One edit of a commit. Wherever an operation refers to an element it does so by stable id or by API name, an <see cref="ElementId"/>
/// taken as written: ids hold a hyphen, names cannot. The same holds for members. Elements made or renamed in the same commit can be named
/// too, in whatever order the operations stand.
/// </summary>
public abstract record Operation
{
    /// <summary>The kind of the element that is edited, where it is given by name; null when any kind may be meant.</summary>
    public ElementKind? Kind { get; init; }
}
