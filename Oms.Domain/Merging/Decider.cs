using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Merging;

/// <summary>Asks questions, and gives back what stands there then.</summary>
/// <param name="log">Where questions go.</param>
/// <param name="openToBase">What stands where nobody has answered: the base, else our side.</param>
internal sealed class Decider(ConflictLog log, bool openToBase)
{
    internal ConflictLog Log { get; } = log;

    /// <summary>Asks a question that is only about which of these values holds.</summary>
    /// <param name="question">The question, with its options.</param>
    /// <param name="sides">Base, ours and theirs as values of the model.</param>
    /// <param name="settled">What a strategy says, where the question names one.</param>
    /// <param name="both">What both say together, where that is an option.</param>
    /// <param name="read">Reads a value that comes with an answer; null for one that does not fit.</param>
    internal object? Decide(
        Question question, (object? Base, object? Ours, object? Theirs) sides, object? settled, object? both, Func<JsonLiteral, object?> read)
    {
        switch (Log.Ask(question))
        {
            case { Choice: ResolutionChoice.Ours }:
                return sides.Ours;
            case { Choice: ResolutionChoice.Theirs }:
                return sides.Theirs;
            case { Choice: ResolutionChoice.Base }:
                return sides.Base;
            case { Choice: ResolutionChoice.Both }:
                return both;
            case { Choice: ResolutionChoice.Value, Value: { } value } when read(value) is { } found:
                return found;
            case { Choice: ResolutionChoice.Value }:
                Log.Spoil(question, "The value does not fit here.");
                break;
        }

        return question.Strategy is not null ? settled : openToBase ? sides.Base : sides.Ours;
    }

    /// <summary>Asks whether what one side deleted and the other changed stays; null when it goes.</summary>
    internal T? Keep<T>(Question question, T? @base, T? ours, T? theirs, bool goes) where T : class
    {
        var changed = ours ?? theirs;
        question = question with
        {
            Options =
            [
                new(ResolutionChoice.Keep, ours is null ? question.Theirs : question.Ours),
                new(ResolutionChoice.AcceptDeletion, null),
                new(ResolutionChoice.Ours, question.Ours),
                new(ResolutionChoice.Theirs, question.Theirs),
                new(ResolutionChoice.Base, question.Base),
            ],
        };
        return Log.Ask(question) switch
        {
            { Choice: ResolutionChoice.Keep } => changed,
            { Choice: ResolutionChoice.AcceptDeletion } => null,
            { Choice: ResolutionChoice.Ours } => ours,
            { Choice: ResolutionChoice.Theirs } => theirs,
            { Choice: ResolutionChoice.Base } => @base,
            _ => goes ? null : openToBase ? @base : changed,
        };
    }

    /// <summary>Reads a JSON value as one of the model; null for one that does not fit.</summary>
    internal static object? Read(JsonLiteral value, Type type)
    {
        var violations = new Violations();
        return JsonShape.Parse(value, Trail.Within, violations) is { } node ? JsonShape.Read(node, type, Trail.Within, violations) : null;
    }
}
