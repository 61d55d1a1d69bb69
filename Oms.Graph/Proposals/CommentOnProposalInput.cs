using Oms.Domain.Ontology;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>CommentOnProposalInput</c>.</summary>
internal sealed record CommentOnProposalInput(string Proposal, string? Thread, string? Element, string? Member, string Text)
{
    internal Result<CommentOnProposal> ToCommand()
    {
        var (element, member) = (default(ElementId), default(MemberId));
        if (Element is not null && !ElementId.TryParse(Element, out element))
            return new MalformedInput("This is no id of an element.") { Path = ["element"] };
        if (Member is not null && (Element is null || !MemberId.TryParse(Member, out member)))
            return new MalformedInput("A member is named by its id, beside its element.") { Path = ["member"] };
        return new CommentOnProposal(Text) { Element = Element is null ? null : element, Member = Member is null ? null : member };
    }
}
