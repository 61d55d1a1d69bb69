namespace Oms.Engine.Language;

/// <summary>What a document may cost to parse. Going beyond a limit is a syntax error at the place where it happens.</summary>
public sealed record ParserOptions
{
    /// <summary>The defaults.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>The options for schema documents, which the server's owner writes: no limit on the number of fields.</summary>
    public static ParserOptions TypeSystem { get; } = new() { MaxAllowedFields = int.MaxValue };

    /// <summary>
    /// How deep selection sets, list and object values and type references may be nested in each other; 200 by default. The parser
    /// recurses no deeper than this, whatever the input, and no deeper than its thread's stack suffices for, whatever this is raised to.
    /// </summary>
    public int MaxAllowedDepth { get; init; } = 200;

    /// <summary>How many tokens a document may have; comments do not count.</summary>
    public int MaxAllowedTokens { get; init; } = int.MaxValue;

    /// <summary>How many syntax nodes a document may have.</summary>
    public int MaxAllowedNodes { get; init; } = int.MaxValue;

    /// <summary>How many field selections a document may have; 2048 by default, as in Hot Chocolate.</summary>
    public int MaxAllowedFields { get; init; } = 2048;

    /// <summary>Whether nodes carry their locations; without them errors have none.</summary>
    public bool IncludeLocations { get; init; } = true;
}
