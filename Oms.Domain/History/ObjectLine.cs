namespace Oms.Domain.History;

/// <summary>An object and the line of its kin: versions of one definition, or of one node of the tree. Kin are alike, and compress well together.</summary>
/// <param name="Line">What they have in common; an element id, or a place in the tree.</param>
/// <param name="Hash">The object.</param>
public readonly record struct ObjectLine(string Line, ObjectHash Hash);
