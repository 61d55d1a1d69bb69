using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>Every reference that an element makes to others: the one list that usages, rules and resolution work from.</summary>
public static class References
{
    /// <summary>How deep type references are followed; the rules refuse deeper ones.</summary>
    internal const int MaxTypeDepth = 8;

    /// <summary>The references of an element, each once.</summary>
    public static IReadOnlyCollection<Reference> Of(Element element) => new HashSet<Reference>(In(element));

    /// <summary>The references of an element in their order, as often as they stand there.</summary>
    internal static List<Reference> In(Element element)
    {
        var found = new List<Reference>();
        Map(element, (target, kind, member, _) =>
        {
            found.Add(new Reference(target, new Usage(element.Id, member, kind)));
            return target;
        });
        return found;
    }

    /// <summary>
    /// The element with each reference put through <paramref name="map"/>; the same object when none changed. The path handed over is
    /// that of the reference within the element.
    /// </summary>
    internal static Element Map(Element element, ReferenceMap map) => new ReferenceMapping(element, map).Run();

    /// <summary>The kinds of elements that a reference of this kind may name.</summary>
    internal static ImmutableArray<ElementKind> Allowed(UsageKind usage, ElementKind by) => usage switch
    {
        UsageKind.Parent => [ElementKind.ObjectType],
        UsageKind.Interface or UsageKind.Extends => [ElementKind.Interface],
        UsageKind.LinkFrom or UsageKind.LinkTo or UsageKind.RequiredLink or UsageKind.Applicability =>
            [ElementKind.ObjectType, ElementKind.Interface],
        UsageKind.SharedProperty => [ElementKind.SharedProperty],
        UsageKind.Function => [ElementKind.FunctionType],
        UsageKind.ReplacedBy => [by],
        _ => [ElementKind.ValueType, ElementKind.StructType, ElementKind.ObjectType],
    };
}
