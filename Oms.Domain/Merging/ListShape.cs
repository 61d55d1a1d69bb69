using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>A list of the model, whatever its items are.</summary>
internal abstract class ListShape
{
    internal static ListShape Of(Type item) => (ListShape)Activator.CreateInstance(typeof(ListOf<>).MakeGenericType(item))!;

    internal abstract IReadOnlyList<object> Items(object? list);

    internal abstract object Build(List<object> items);

    /// <summary>What tells an item from the others, through its changes.</summary>
    internal static string KeyOf(object item) => item switch
    {
        Member member => member.Id.Value,
        Constraint constraint => constraint.Kind.ToString(),
        Applicability applicability => applicability.Type.Value,
        JsonLiteral literal => literal.Text,
        _ => item.ToString()!,
    };
}
