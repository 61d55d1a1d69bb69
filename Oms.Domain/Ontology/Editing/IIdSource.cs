namespace Oms.Domain.Ontology.Editing;

/// <summary>Gives ids that were never given before: chance is a parameter.</summary>
public interface IIdSource
{
    /// <summary>A new id with the prefix of the kind.</summary>
    ElementId NextElement(ElementKind kind);

    /// <summary>A new member id.</summary>
    MemberId NextMember();
}
