using System.Diagnostics;
using Oms.Domain.Ontology;
using Oms.Graph.Nodes;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL interface <c>Member</c>: a member, the element it belongs to and the version it was read from.</summary>
internal abstract class MemberNode(Revision revision, Element owner, Member member)
{
    public string Id => GlobalId.Of(TypeName, revision.Reference, owner.Id.Value, member.Id.Value);

    public string StableId => member.Id.Value;

    public string Name => member.Name;

    public IReadOnlyList<LocalizedString> DisplayNames => LocalizedString.All(Label);

    public IReadOnlyList<LocalizedString> Descriptions => LocalizedString.All(Words);

    public Status Status => member.Status;

    public DeprecationNode? Deprecation => DeprecationNode.Of(revision, member.Deprecation);

    public ElementNode Element => ElementNode.Of(revision, owner);

    /// <summary>The GraphQL type.</summary>
    internal abstract string TypeName { get; }

    /// <summary>The version it was read from.</summary>
    internal Revision Revision => revision;

    /// <summary>The labels that hold.</summary>
    private protected virtual LocalizedText Label => member.DisplayName;

    /// <summary>The descriptions that hold.</summary>
    private protected virtual LocalizedText Words => member.Description;

    public string DisplayName(string language) => Label.In(language) ?? member.Name;

    public string? Description(string language) => Words.In(language);

    /// <summary>The node of a member.</summary>
    internal static MemberNode Of(Revision revision, Element owner, Member member) => member switch
    {
        Property property => new PropertyNode(revision, owner, property, isInherited: false),
        LinkEnd end => new LinkEndNode(revision, owner, end),
        RequiredLink link => new RequiredLinkNode(revision, owner, link),
        StructField field => new StructFieldNode(revision, owner, field),
        Parameter parameter => new ParameterNode(revision, owner, parameter),
        _ => throw new UnreachableException(member.GetType().Name),
    };

    /// <summary>The node of a member by its own id and its element's; null when this version has none.</summary>
    internal static MemberNode? Find(Revision revision, ElementId owner, MemberId id)
    {
        if (revision.Snapshot.Find(owner) is not { } element)
            return null;
        foreach (var member in element.Members)
            if (member.Id == id)
                return Of(revision, element, member);
        return null;
    }
}
