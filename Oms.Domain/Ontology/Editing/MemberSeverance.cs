using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Editing;

/// <summary>
/// Removes members typed by what goes; a property that took its definition from it as a shared property keeps that as its own.
/// </summary>
internal sealed class MemberSeverance(ElementId gone, SharedProperty? shared) : IMemberListEdit
{
    public ImmutableArray<T> Apply<T>(ImmutableArray<T> list) where T : Member =>
        [.. list.Where(m => !Severance.Names(TypeOf(m), gone)).Select(m => Severance.Without((T)Unshared(m), gone))];

    private static TypeRef? TypeOf(Member member) => member switch
    {
        Property property => property.Type,
        StructField field => field.Type,
        Parameter parameter => parameter.Type,
        _ => null,
    };

    private Member Unshared(Member member)
    {
        if (shared is null || member is not Property property || property.SharedProperty != gone)
            return member;
        var whole = new EffectiveProperty(property, shared, default);
        return property with
        {
            SharedProperty = null,
            Type = shared.Type,
            IsRequired = whole.IsRequired,
            IsIndexed = whole.IsIndexed,
            IsUnique = whole.IsUnique,
            IsSearchable = whole.IsSearchable,
            DefaultValue = whole.DefaultValue,
            Constraints = whole.Constraints,
            DisplayName = whole.DisplayName,
            Description = whole.Description,
        };
    }
}
