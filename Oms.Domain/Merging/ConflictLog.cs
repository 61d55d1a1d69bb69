using System.Collections.Immutable;
using System.Text;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>Where a merge puts its questions, and finds the answers that were given before.</summary>
/// <param name="answers">The answers by conflict id.</param>
internal sealed class ConflictLog(IReadOnlyDictionary<string, Resolution> answers)
{
    /// <summary>Characters of a conflict's id.</summary>
    internal const int IdLength = 34;

    private readonly Dictionary<string, Conflict> told = new(StringComparer.Ordinal);

    /// <summary>Every conflict in the order of paths.</summary>
    internal ImmutableArray<Conflict> Told => [.. told.Values.OrderBy(c => c.Path.Text, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal)];

    internal int Count => told.Count;

    /// <summary>Tells of a conflict; the answer that was given to it, null for none.</summary>
    internal Resolution? Ask(Question question)
    {
        var id = IdOf(question);
        var answer = answers.GetValueOrDefault(id);
        string? problem = null;
        if (answer is not null && question.Options.All(o => o.Choice != answer.Choice))
            problem = $"There is no answer {answer.Choice} to this question.";
        told[id] = new Conflict
        {
            Id = id,
            Kind = question.Kind,
            Semantic = question.Semantic,
            Severity = question.Severity,
            Path = question.Path,
            Base = question.Base,
            Ours = question.Ours,
            Theirs = question.Theirs,
            Options = question.Options,
            Strategy = answer is null ? question.Strategy : null,
            Resolution = answer,
            Problem = problem,
            Causes = question.Causes,
            Consequences = question.Consequences,
            Message = ConflictWords.Of(question),
        };
        return problem is null ? answer : null;
    }

    /// <summary>True when somebody's answer to it was taken.</summary>
    internal bool IsAnswered(Question question) => told.TryGetValue(IdOf(question), out var conflict) && conflict is { Resolution: not null, Problem: null };

    /// <summary>True when this very question was told already.</summary>
    internal bool Knows(Question question) => told.ContainsKey(IdOf(question));

    /// <summary>Tells that the answer to a question could not be taken.</summary>
    internal void Spoil(Question question, string problem)
    {
        var id = IdOf(question);
        told[id] = told[id] with { Problem = problem };
    }

    /// <summary>Tells of what a strategy decided, and decides so unless somebody said otherwise.</summary>
    internal Resolution? Tell(Question question, string strategy) => Ask(question with { Strategy = strategy });

    internal static string IdOf(Question question)
    {
        var text = $"{question.Path.Text}\n{question.Semantic}\n{Hash(question.Base)}\n{Hash(question.Ours)}\n{Hash(question.Theirs)}";
        return "c-" + ObjectHash.Of(Encoding.UTF8.GetBytes(text)).Value[..(IdLength - 2)];
    }

    private static string Hash(JsonLiteral? value) => value is null ? "-" : ObjectHash.Of(Encoding.UTF8.GetBytes(value.Text)).Value;
}
