using System.Text;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;

namespace Oms.Domain.Compatibility.Policies;

/// <summary>A decision in favour of other rules of a branch.</summary>
/// <param name="Change">What to write.</param>
/// <param name="Rules">The rules after it.</param>
public sealed record RulesDecision(Change Change, BranchRules Rules)
{
    /// <summary>The rules as they are kept; those that ask for nothing where none are.</summary>
    public static BranchRules Read(StoredDocument? document) =>
        document is null ? BranchRules.None : CanonicalJson.Read<BranchRules>(document.Content.Span);

    internal static RulesDecision Make<TData>(
        Journal journal, Branch branch, StoredDocument? known, BranchRules after, string verb, string reason, string eventType, TData data, string? target = null)
    {
        journal.Record(TargetTypes.Branch, branch.Name.Value, verb, entry => entry with
        {
            Branch = branch.Name.Value,
            TargetName = target ?? branch.Name.Value,
            Before = known is null ? null : new JsonLiteral(Encoding.UTF8.GetString(known.Content.Span)),
            After = CanonicalJson.Literal(after),
            Reason = reason,
        });
        journal.Tell(eventType, branch.Name.Value, data);
        var change = new Change
        {
            Documents = [new DocumentWrite(BranchRules.DocumentKind, branch.Name.Value, known?.Version ?? 0, CanonicalJson.Write(after))],
            Audit = journal.Entries,
            Events = journal.Events,
        };
        return new RulesDecision(change, after);
    }
}
