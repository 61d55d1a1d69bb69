using System.Globalization;
using Oms.Engine.Data;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Paging;

/// <summary>
/// Makes each list field with <c>@usePaging</c> a connection: gives it the paging arguments and a <c>@listSize</c>, and makes the types of its pages. A
/// type that the documents define is taken as it is, and so is an argument that a field has.
/// </summary>
internal sealed class ConnectionTypes
{
    /// <summary>The directive that asks for pages.</summary>
    public const string UsePaging = "usePaging";

    private const string PageInfo = """
        "Where a page stands in its list."
        type PageInfo {
          "Whether items follow the page."
          hasNextPage: Boolean!
          "Whether items come before the page."
          hasPreviousPage: Boolean!
          "The cursor of the page's first item."
          startCursor: String
          "The cursor of the page's last item."
          endCursor: String
        }
        """;

    private readonly PagingOptions options;
    private readonly List<SchemaError> errors;
    private readonly CompositeTypes types;
    private readonly HashSet<string> defined;
    private readonly Dictionary<string, string> written = new(StringComparer.Ordinal);

    private ConnectionTypes(IReadOnlyList<DefinitionNode> definitions, PagingOptions options, List<SchemaError> errors)
    {
        (this.options, this.errors) = (options, errors);
        types = new CompositeTypes(definitions);
        defined = definitions.OfType<TypeDefinitionNode>().Select(d => d.Name.Value).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Adds what the directives stand for.</summary>
    /// <param name="definitions">The schema's definitions.</param>
    /// <param name="defaults">Gets the generated types, after what is there.</param>
    /// <param name="options">How connections are paged that do not say otherwise.</param>
    /// <param name="errors">Gets the fields that can be no connections.</param>
    /// <returns>The definitions, those of fields with the directive as connections.</returns>
    public static IReadOnlyList<DefinitionNode> Expand(
        IReadOnlyList<DefinitionNode> definitions, List<DefinitionNode> defaults, PagingOptions options, List<SchemaError> errors)
    {
        if (!FieldExpansion.IsNeeded(definitions, UsePaging))
            return definitions;
        var connections = new ConnectionTypes(definitions, options, errors);
        DefinitionNode[] expanded = [.. definitions.Select(d => FieldExpansion.Of(d, f => CompositeTypes.Has(f, UsePaging), connections.Expand))];
        foreach (var sdl in connections.written.Values.Append(PageInfo))
            defaults.AddRange(Parse(sdl).Definitions);
        return expanded;
    }

    private FieldDefinitionNode Expand(FieldDefinitionNode field)
    {
        var usage = field.Directives.First(d => d.Name.Value == UsePaging);
        if ((Argument(usage, "connectionName") as StringValueNode)?.Value is { } name && !IsName(name))
            errors.Add(new SchemaError(SchemaErrorPhase.Document, $"{field.Name.Value} has @usePaging with a connectionName that is no name: \"{name}\".", [usage.Location]));
        var isRequired = field.Type is NonNullTypeNode;
        var type = field.Type is NonNullTypeNode { Type: var inner } ? inner : field.Type;
        var connection = type is ListTypeNode list ? NameOf(field, usage, list.Type) : ((NamedTypeNode)type).Name.Value;
        if (type is not ListTypeNode && !types.Has(connection, "edges") && !types.Has(connection, "nodes"))
        {
            errors.Add(new SchemaError(SchemaErrorPhase.Document, $"{field.Name.Value} has @usePaging, but is no list and no connection.", [field.Location]));
            return field;
        }

        var made = Parse($"type T {{ f({string.Join(' ', Arguments(usage))}): {connection}{(isRequired ? "!" : "")} {ListSize(usage, connection)} }}");
        var generated = ((ObjectTypeDefinitionNode)made.Definitions[0]).Fields[0];
        return new FieldDefinitionNode(
            field.Location,
            field.Description,
            field.Name,
            [.. field.Arguments, .. generated.Arguments.Where(a => field.Arguments.All(own => own.Name.Value != a.Name.Value))],
            type is ListTypeNode ? generated.Type : field.Type,
            CompositeTypes.Has(field, "listSize") ? field.Directives : field.Directives.AddRange(generated.Directives));
    }

    private string NameOf(FieldDefinitionNode field, DirectiveNode usage, TypeNode item)
    {
        var name = (Argument(usage, "connectionName") as StringValueNode)?.Value is { } given && IsName(given) ? given : $"{char.ToUpperInvariant(field.Name.Value[0])}{field.Name.Value[1..]}";
        var connection = name + "Connection";
        if (defined.Contains(connection))
            return connection;
        var sdl = Page(name, item, Flag(usage, "includeTotalCount", options.IncludeTotalCount));
        if (!written.TryAdd(connection, sdl) && written[connection] != sdl)
            errors.Add(new SchemaError(
                SchemaErrorPhase.Document, $"{field.Name.Value} has @usePaging, but another {connection} lists something else; give one of them a connectionName.", [field.Location]));
        return connection;
    }

    private string Page(string name, TypeNode item, bool hasTotalCount)
    {
        var itemType = SyntaxPrinter.Print(item);
        var nodes = options.IncludeNodesField ? $"\n  \"The items of the page.\"\n  nodes: [{itemType}]" : "";
        var count = hasTotalCount ? "\n  \"How many items there are on all pages.\"\n  totalCount: Int!" : "";
        return $$"""
            "A page of a list."
            type {{name}}Connection {
              "Where the page stands."
              pageInfo: PageInfo!
              "The items of the page with their cursors."
              edges: [{{name}}Edge!]{{nodes}}{{count}}
            }
            "An item of a page, and where it stands."
            type {{name}}Edge {
              "The cursor of the item, to read on from."
              cursor: String!
              "The item."
              node: {{itemType}}
            }
            """;
    }

    private IEnumerable<string> Arguments(DirectiveNode usage)
    {
        yield return "\"How many items from the start.\" first: Int \"The cursor that the page starts behind.\" after: String";
        if (Flag(usage, "allowBackwardPagination", options.AllowBackwardPagination))
            yield return "\"How many items from the end.\" last: Int \"The cursor that the page ends before.\" before: String";
    }

    // As Hot Chocolate puts it on connections.
    private string ListSize(DirectiveNode usage, string connection)
    {
        var max = Number(usage, "maxPageSize", options.MaxPageSize);
        var size = Math.Min(max, Number(usage, "defaultPageSize", options.DefaultPageSize));
        var slicing = Flag(usage, "allowBackwardPagination", options.AllowBackwardPagination) ? "\"first\", \"last\"" : "\"first\"";
        string[] sized = defined.Contains(connection) ? [.. new[] { "edges", "nodes" }.Where(f => types.Has(connection, f))]
            : options.IncludeNodesField ? ["edges", "nodes"] : ["edges"];
        var requires = Flag(usage, "requirePagingBoundaries", options.RequirePagingBoundaries) ? "true" : "false";
        return string.Create(CultureInfo.InvariantCulture,
            $"@listSize(assumedSize: {max}, slicingArguments: [{slicing}], slicingArgumentDefaultValue: {size}, sizedFields: [{string.Join(", ", sized.Select(f => $"\"{f}\""))}], requireOneSlicingArgument: {requires})");
    }

    private static ValueNode? Argument(DirectiveNode usage, string name) => usage.Arguments.FirstOrDefault(a => a.Name.Value == name)?.Value;

    private static bool IsName(string text) => text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static bool Flag(DirectiveNode usage, string name, bool otherwise) => Argument(usage, name) is BooleanValueNode flag ? flag.Value : otherwise;

    private static int Number(DirectiveNode usage, string name, int otherwise) =>
        Argument(usage, name) is IntValueNode number && int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static DocumentNode Parse(string sdl) => Parser.ParseDocument(new Source(sdl, "generated"), ParserOptions.TypeSystem);
}
