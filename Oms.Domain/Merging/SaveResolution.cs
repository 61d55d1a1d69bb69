using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Merging;

/// <summary>Keeps the answer to one question.</summary>
/// <param name="Conflict">The question's id.</param>
/// <param name="Into">The branch that is merged into.</param>
/// <param name="From">The branch that is merged.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Reason">Why; empty for nothing.</param>
public sealed record SaveResolution(string Conflict, string Into, string From, Resolution Answer, string Reason)
{
    /// <summary>Decides; <paramref name="known"/> is the answer that was kept before.</summary>
    public Result<Change> Decide(CommandContext context, StoredDocument? known)
    {
        if (!context.May(Right.SchemaWrite))
            return NotAuthorized.Lacking(Right.SchemaWrite, "to answer a conflict");
        if (!Conflict.StartsWith("c-", StringComparison.Ordinal) || Conflict.Length != ConflictLog.IdLength)
            return new MalformedInput("This is no id of a conflict; the report of a merge has them.") { Path = ["conflict"] };
        if (TextLimits.CheckOptional("reason", Reason, TextLimits.MaxMessage) is { } text)
            return text;
        var saved = new SavedResolution { Choice = Answer.Choice, Value = Answer.Value, By = context.Actor.Subject, At = context.Time, Reason = Reason };
        var journal = new Journal(context);
        journal.Record(TargetTypes.Branch, Into, "resolve", entry => entry with
        {
            Branch = Into,
            TargetName = Conflict,
            Before = known is null ? null : new Ontology.JsonLiteral(System.Text.Encoding.UTF8.GetString(known.Content.Span)),
            After = CanonicalJson.Literal(saved),
            Reason = Reason,
        });
        return new Change
        {
            Documents = [new DocumentWrite(
                SavedResolution.DocumentKind, SavedResolution.Key(Conflict, Into, From), known?.Version ?? 0, CanonicalJson.Write(saved))],
            Audit = journal.Entries,
        };
    }
}
