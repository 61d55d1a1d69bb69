using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Limits;

/// <summary>
/// Tells at a glance that a document is within every limit, as nearly all are that people write: it counts from above and knows no types. What
/// it does not say of a document is found out exactly.
/// </summary>
internal struct SmallDocument
{
    // So deep a walk needs no guard of the stack.
    private const int MaxDepth = 32;

    private readonly RequestLimitOptions options;
    private readonly int maxDepth;
    private int fields;
    private int aliases;

    private SmallDocument(RequestLimitOptions options)
    {
        this.options = options;
        // A field that stands below itself too often has as many fields above it, and one below the last of them.
        maxDepth = (int)Math.Min(MaxDepth, Math.Min(options.MaxExecutionDepth, options.MaxAllowedFieldCycleDepth + 1L));
    }

    /// <summary>Whether it is surely within the limits.</summary>
    /// <param name="document">A valid document.</param>
    /// <param name="options">The limits.</param>
    /// <returns>False where that is not plain to see.</returns>
    public static bool IsWithin(DocumentNode document, RequestLimitOptions options)
    {
        var small = new SmallDocument(options);
        foreach (var definition in document.Definitions)
        {
            if (definition is not OperationDefinitionNode operation || !small.Allows(operation))
                return false;
        }

        return small.fields <= options.MaxAllowedSelectedFields && small.aliases <= options.MaxAllowedAliases;
    }

    private bool Allows(OperationDefinitionNode operation)
    {
        if (!Allows(operation.Directives) || operation.SelectionSet.Selections.Length > options.MaxAllowedRootFields)
            return false;
        foreach (var variable in operation.VariableDefinitions)
        {
            if (!Allows(variable.Directives))
                return false;
        }

        return Allows(operation.SelectionSet, 1);
    }

    private bool Allows(SelectionSetNode set, int depth)
    {
        if (depth > maxDepth)
            return false;
        foreach (var selection in set.Selections)
        {
            if (selection is not FieldNode field || IsIntrospection(field) || !Allows(field.Directives))
                return false;
            fields++;
            aliases += field.Alias is null ? 0 : 1;
            if (field.SelectionSet is { } below && !Allows(below, depth + 1))
                return false;
        }

        return true;
    }

    // What lies below has limits of its own.
    private static bool IsIntrospection(FieldNode field) => field.Name.Value is "__schema" or "__type";

    private readonly bool Allows(ImmutableArray<DirectiveNode> directives) => directives.Length <= options.MaxAllowedDirectives;
}
