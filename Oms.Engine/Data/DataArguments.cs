using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Data;

/// <summary>
/// Gives each field with <c>@useFiltering</c> its argument <c>where</c>, and each with <c>@useSorting</c> its <c>order</c>, with the input types
/// behind them. A field that has such an argument keeps it, and an input type that the documents define is taken as it is.
/// </summary>
internal sealed class DataArguments
{
    /// <summary>The directive that asks for conditions.</summary>
    public const string UseFiltering = "useFiltering";

    /// <summary>The directive that asks for an order.</summary>
    public const string UseSorting = "useSorting";

    private readonly CompositeTypes types;
    private readonly InputTypeGenerator generator;
    private readonly List<SchemaError> errors;

    private DataArguments(IReadOnlyCollection<DefinitionNode> definitions, List<SchemaError> errors)
    {
        types = new CompositeTypes(definitions);
        generator = new InputTypeGenerator(types);
        this.errors = errors;
    }

    /// <summary>Adds what the directives stand for.</summary>
    /// <param name="definitions">The schema's definitions.</param>
    /// <param name="defaults">Gets the generated types, after what is there.</param>
    /// <param name="errors">Gets the fields that list nothing with fields.</param>
    /// <returns>The definitions, those of fields with the directives with their arguments.</returns>
    public static IReadOnlyList<DefinitionNode> Expand(IReadOnlyList<DefinitionNode> definitions, List<DefinitionNode> defaults, List<SchemaError> errors)
    {
        if (!FieldExpansion.IsNeeded(definitions, UseFiltering, UseSorting))
            return definitions;
        var arguments = new DataArguments([.. definitions, .. defaults], errors);
        DefinitionNode[] expanded = [.. definitions.Select(d => FieldExpansion.Of(d, UsesData, arguments.Expand))];
        defaults.AddRange(arguments.generator.Definitions);
        return expanded;
    }

    private static bool UsesData(FieldDefinitionNode field) => CompositeTypes.Has(field, UseFiltering) || CompositeTypes.Has(field, UseSorting);

    private FieldDefinitionNode Expand(FieldDefinitionNode field)
    {
        if (types.ItemOf(field) is not { } item)
        {
            errors.Add(new SchemaError(SchemaErrorPhase.Document, $"{field.Name.Value} has @useFiltering or @useSorting, but is no list and no connection of an object type or interface.", [field.Location]));
            return field;
        }

        // Else a filter would tell, by what it leaves, what the type's own fields refuse to tell.
        if (types.IsClosed(item) && !CompositeTypes.Has(field, "authorize"))
            errors.Add(new SchemaError(SchemaErrorPhase.Document, $"{field.Name.Value} has @useFiltering or @useSorting over {item}, which has @authorize; {field.Name.Value} needs it too.", [field.Location]));
        var arguments = field.Arguments.ToBuilder();
        if (CompositeTypes.Has(field, UseFiltering) && !Takes(field, InputTypeNames.Where))
            arguments.Add(Argument(InputTypeNames.Where, $"where: {generator.FilterOf(item)}"));
        if (CompositeTypes.Has(field, UseSorting) && !Takes(field, InputTypeNames.Order) && generator.SortOf(item) is { } sort)
            arguments.Add(Argument(InputTypeNames.Order, $"order: [{sort}!]"));
        return new FieldDefinitionNode(field.Location, field.Description, field.Name, arguments.DrainToImmutable(), field.Type, field.Directives);
    }

    private static bool Takes(FieldDefinitionNode field, string argument) => field.Arguments.Any(a => a.Name.Value == argument);

    // As dear as Hot Chocolate has it.
    private static InputValueDefinitionNode Argument(string name, string definition)
    {
        var text = $"type T {{ f(\"{(name == InputTypeNames.Where ? "What is listed." : "In which order it is listed.")}\" {definition} @cost(weight: \"10\")): Int }}";
        return ((ObjectTypeDefinitionNode)Parser.ParseDocument(new Source(text, "generated"), ParserOptions.TypeSystem).Definitions[0]).Fields[0].Arguments[0];
    }
}
