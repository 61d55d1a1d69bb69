using System.Collections.Immutable;

namespace Oms.Domain.Refusals;

/// <summary>
/// Why a command was not carried out: a value, never an exception. The set of subtypes is closed; each is a GraphQL type of the same
/// name with the suffix <c>Error</c>.
/// </summary>
/// <param name="Code">A stable code in capitals.</param>
/// <param name="Message">A sentence that says what is wrong and what to do instead.</param>
public abstract record Refusal(string Code, string Message)
{
    /// <summary>Where in the input the cause lies, names and indexes from the outside in; empty for the whole.</summary>
    public ImmutableArray<string> Path { get; init; } = [];
}
