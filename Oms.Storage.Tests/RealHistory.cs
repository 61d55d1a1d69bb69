using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Issues;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Storage;
using Shouldly;

namespace Oms.Storage.Tests;

/// <summary>A history as commands write it: trees, definitions, commits, audit entries and events.</summary>
internal static class RealHistory
{
    private const int Types = 60;

    /// <summary>Writes commits onto the branch <c>main</c> and returns the ids, the empty first one among them.</summary>
    internal static async Task<ObjectHash[]> WriteAsync(IStore store, int count, CancellationToken cancellationToken)
    {
        var ids = new Ids();
        var made = new List<ObjectHash>();
        var actor = new Actor("ann", [Role.Admin], null, null);
        CommandContext Context(int minute) => new(actor, Given.Noon.AddMinutes(minute), "c", ids.Next);
        await store.CommitAsync(FoundRegistry.Decide(Context(0), BranchPolicy.Default), cancellationToken);
        var version = Snapshot.Empty;
        var branch = (await store.GetBranchAsync(BranchName.Main, cancellationToken))!;
        made.Add(branch.Head);
        for (var step = 1; step < count; step++)
        {
            ImmutableArray<Operation> operations = step == 1
                ? [.. Enumerable.Range(0, Types).Select(i => new CreateElement(TypeOf(i)))]
                : [new UpdateElement(ElementId.Trusted($"ot-type{(step * 7) % Types}"), new JsonLiteral($$$"""{"description":{"en":"{{{step}}} times somebody thought about what this is, and wrote it down here."}}"""))];
            var head = (await store.GetCommitAsync(branch.Head, cancellationToken))!;
            var decided = new MakeCommit(operations, $"step {step}", ["OMS-1"], null, null).Decide(Context(step), branch, head, version, IssuePolicy.Default, ids);
            decided.Refusals.ShouldBeEmpty();
            (await store.CommitAsync(decided.Value.Change, cancellationToken)).ShouldBeOfType<CommitOutcome.Committed>();
            (version, branch) = (decided.Value.Edit.After, decided.Value.Branch);
            made.Add(branch.Head);
        }

        return [.. made];
    }

    private static ObjectType TypeOf(int i) => new()
    {
        Id = ElementId.Trusted($"ot-type{i}"),
        Name = $"Type{i}",
        Properties = [.. Enumerable.Range(0, 5).Select(p => new Property { Id = MemberId.Trusted($"m-{i}-{p}"), Name = $"property{p}", Type = TypeRef.Data("string") })],
    };

    private sealed class Ids : IIdSource
    {
        private int last;

        internal Guid Next() => new(++last, 0, 0, new byte[8]);

        public ElementId NextElement(ElementKind kind) => ElementId.Trusted($"{ElementId.PrefixOf(kind)}{++last}");

        public MemberId NextMember() => MemberId.Trusted($"m-{++last}");
    }
}
