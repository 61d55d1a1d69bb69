using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Domain.Tests.Ontology;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Proposals;

/// <summary>Proposals to decide about, and what decisions leave of them.</summary>
internal static class Proposed
{
    internal static readonly Snapshot Base = Snapshot.Empty.After(Create(Type("Person", Text("name"), Text("email"))), Create(Type("Company", Text("title"))));

    internal static readonly ElementId Person = Base.Named<ObjectType>("Person").Id;

    internal static readonly ElementId Company = Base.Named<ObjectType>("Company").Id;

    /// <summary>A proposal of ada into main, which asks for what the policy says.</summary>
    internal static LoadedProposal Loaded(ReviewPolicy? policy = null, ProposalStatus status = ProposalStatus.Open, params Operation[] operations)
    {
        var source = Base.After(operations.Length == 0 ? [new AddMember(Person, Text("nick"))] : operations);
        var proposal = new Proposal
        {
            Id = "pr-" + new string('1', 32), Version = 3, Title = "Nicknames", Source = BranchName.Trusted("feature/nick"), Target = BranchName.Main,
            Author = "ada", Status = status, Issues = ["OMS-1"],
        };
        return Over(proposal, source, policy);
    }

    internal static LoadedProposal Over(Proposal proposal, Snapshot source, ReviewPolicy? policy = null, Snapshot? @base = null) => new(
        proposal,
        Given.Branch("main") with { Review = policy ?? new ReviewPolicy { RequiredApprovals = 1 } },
        ObjectHash.Of(System.Text.Encoding.UTF8.GetBytes(source.Tree.Value)),
        ProposedChange.Of(@base ?? Base, source),
        ["ada", "eve"]);

    internal static LoadedProposal After(this LoadedProposal loaded, Result<Change> decision) =>
        loaded with { Proposal = decision.ShouldBeAccepted().Written() };

    internal static Proposal Written(this Change change) =>
        CanonicalJson.Read<Proposal>(change.Documents.Single(d => d.Kind == Proposal.DocumentKind).Content.Span);

    internal static LoadedProposal Approved(this LoadedProposal loaded, string by = "bob") =>
        loaded.After(new ReviewProposal(ReviewVerdict.Approved, "", null).Decide(Given.By(Role.Reviewer, by), loaded));
}
