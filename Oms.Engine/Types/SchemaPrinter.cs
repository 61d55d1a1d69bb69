using System.Collections.Immutable;
using System.Text;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>
/// Writes a schema as SDL: the definitions as they hold after extensions were merged, in the order of the document. What every schema
/// has is left out, and a <c>schema</c> block that would only say the default.
/// </summary>
public sealed class SchemaPrinter
{
    private const string IndentStep = "  ";

    private readonly StringBuilder _output = new();
    private readonly bool _withAppliedDirectives;
    private readonly Schema? _semantic;

    private SchemaPrinter(bool withAppliedDirectives, Schema? semantic = null)
    {
        _withAppliedDirectives = withAppliedDirectives;
        _semantic = semantic;
    }

    /// <summary>Writes a schema as SDL.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="withAppliedDirectives">
    /// Whether to write all directives that are applied, such as <c>@authorize</c>; otherwise only the specified ones that shape the
    /// schema.
    /// </param>
    /// <returns>The SDL, without a line break at its end.</returns>
    public static string Print(Schema schema, bool withAppliedDirectives = false)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new SchemaPrinter(withAppliedDirectives).Write(schema);
    }

    /// <summary>
    /// Writes a schema as SDL in which fields that are null only where something failed are nullable and have <c>@semanticNonNull</c>, for clients that take
    /// errors without propagation. Ids, <c>PageInfo</c> and mutations stay as they are.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <returns>The SDL, without a line break at its end.</returns>
    public static string PrintSemanticNonNull(Schema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return new SchemaPrinter(withAppliedDirectives: false, schema).Write(schema);
    }

    private string Write(Schema schema)
    {
        WriteSchema(schema);
        foreach (var directive in schema.DirectiveDefinitions.AsImmutableArray().Where(d => !d.IsSpecified))
            WriteDirectiveDefinition(directive);
        if (_semantic is not null && !schema.TryGetDirective(SemanticNonNull.Directive, out _))
        {
            StartDefinition();
            _output.Append(SemanticNonNull.Definition);
        }

        foreach (var type in schema.Types.AsImmutableArray().Where(t => !t.IsBuiltIn))
            WriteType(type);
        return _output.ToString();
    }

    private void StartDefinition()
    {
        if (_output.Length > 0)
            _output.Append("\n\n");
    }

    private void WriteSchema(Schema schema)
    {
        ImmutableArray<AppliedDirective> directives = _withAppliedDirectives ? schema.Directives : [.. schema.Directives.Where(d => d.Name == "optInFeatureStability")];
        if (schema.Description is null && directives.IsEmpty && HasDefaultNames(schema))
            return;
        StartDefinition();
        WriteDescription(schema.Description);
        _output.Append("schema");
        WriteApplied(directives);
        _output.Append(" {\n");
        _output.Append(IndentStep).Append("query: ").Append(schema.QueryType.Name).Append('\n');
        if (schema.MutationType is not null)
            _output.Append(IndentStep).Append("mutation: ").Append(schema.MutationType.Name).Append('\n');
        if (schema.SubscriptionType is not null)
            _output.Append(IndentStep).Append("subscription: ").Append(schema.SubscriptionType.Name).Append('\n');
        _output.Append('}');
    }

    // A type that has the name of a root without being one must be told apart by a schema block.
    private static bool HasDefaultNames(Schema schema) =>
        schema.QueryType.Name == "Query"
        && IsDefault(schema, schema.MutationType, "Mutation")
        && IsDefault(schema, schema.SubscriptionType, "Subscription");

    private static bool IsDefault(Schema schema, ObjectType? root, string name) =>
        root is null ? !(schema.TryGetType(name, out var type) && type is ObjectType) : root.Name == name;

    private void WriteDirectiveDefinition(DirectiveDefinition directive)
    {
        StartDefinition();
        WriteDescription(directive.Description);
        _output.Append("directive @").Append(directive.Name);
        WriteArguments(directive.Arguments, "");
        _output.Append(directive.IsRepeatable ? " repeatable on " : " on ");
        _output.AppendJoin(" | ", directive.LocationNames);
    }

    private void WriteType(NamedType type)
    {
        StartDefinition();
        WriteDescription(type.Description);
        _output.Append(KeywordOf(type)).Append(' ').Append(type.Name);
        if (type is ComplexType { Interfaces.IsEmpty: false } implementing)
            _output.Append(" implements ").AppendJoin(" & ", implementing.Interfaces.Select(i => i.Name));
        WriteApplied(Shown(type, "specifiedBy", "oneOf"));
        switch (type)
        {
            case ComplexType complex:
                WriteBlock(complex.Fields, WriteField);
                break;
            case InputObjectType input:
                WriteBlock(input.Fields, WriteInputValue);
                break;
            case EnumType enumType:
                WriteBlock(enumType.Values, WriteEnumValue);
                break;
            case UnionType union:
                _output.Append(" = ").AppendJoin(" | ", union.PossibleTypes.Select(t => t.Name));
                break;
        }
    }

    private static string KeywordOf(NamedType type) => type.Kind switch
    {
        TypeKind.Scalar => "scalar",
        TypeKind.Object => "type",
        TypeKind.Interface => "interface",
        TypeKind.Union => "union",
        TypeKind.Enum => "enum",
        _ => "input",
    };

    private void WriteBlock<T>(MemberCollection<T> members, Action<T> write)
        where T : TypeSystemMember
    {
        _output.Append(" {\n");
        WriteLines(members, write, IndentStep);
        _output.Append('}');
    }

    private void WriteLines<T>(MemberCollection<T> members, Action<T> write, string indent)
        where T : TypeSystemMember
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0 && members[i].Description is not null)
                _output.Append('\n');
            _output.Append(indent);
            WriteDescription(members[i].Description, indent);
            write(members[i]);
            _output.Append('\n');
        }
    }

    private void WriteField(FieldDefinition field)
    {
        _output.Append(field.Name);
        WriteArguments(field.Arguments, IndentStep);
        if (_semantic is not null && SemanticNonNull.LevelsOf(field, _semantic) is { Length: > 0 } levels)
            _output.Append(": ").Append(SemanticNonNull.Nullable(field.Type)).Append(' ').Append(SemanticNonNull.Apply(levels));
        else
            _output.Append(": ").Append(field.Type);
        WriteApplied(Shown(field, "deprecated", "requiresOptIn"));
    }

    private void WriteArguments(MemberCollection<InputValueDefinition> arguments, string indent)
    {
        if (arguments.Count == 0)
            return;
        _output.Append('(');
        if (arguments.AsImmutableArray().All(a => string.IsNullOrEmpty(a.Description)))
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                _output.Append(i == 0 ? "" : ", ");
                WriteInputValue(arguments[i]);
            }
        }
        else
        {
            _output.Append('\n');
            WriteLines(arguments, WriteInputValue, indent + IndentStep);
            _output.Append(indent);
        }

        _output.Append(')');
    }

    private void WriteInputValue(InputValueDefinition value)
    {
        _output.Append(value.Name).Append(": ").Append(value.Type);
        if (value.DefaultValue is not null)
            _output.Append(" = ").Append(value.DefaultValue);
        WriteApplied(Shown(value, "deprecated", "requiresOptIn"));
    }

    private void WriteEnumValue(EnumValue value)
    {
        _output.Append(value.Name);
        WriteApplied(Shown(value, "deprecated", "requiresOptIn"));
    }

    /// <summary>The applied directives to write: all, or those of the given names.</summary>
    private ImmutableArray<AppliedDirective> Shown(TypeSystemMember member, params ReadOnlySpan<string> specified)
    {
        if (_withAppliedDirectives || member.Directives.IsEmpty)
            return member.Directives;
        var shown = ImmutableArray.CreateBuilder<AppliedDirective>();
        foreach (var directive in member.Directives)
        {
            if (specified.Contains(directive.Name))
                shown.Add(directive);
        }

        return shown.DrainToImmutable();
    }

    private void WriteApplied(ImmutableArray<AppliedDirective> directives)
    {
        foreach (var directive in directives)
            _output.Append(' ').Append(IsDefaultDeprecation(directive) ? "@deprecated" : directive.Node.ToString());
    }

    private static bool IsDefaultDeprecation(AppliedDirective directive) =>
        directive.Name == "deprecated" && directive.GetString("reason") is null or BuiltInDefinitions.DefaultDeprecationReason;

    private void WriteDescription(string? description, string indent = "")
    {
        if (description is not null)
            _output.Append(SyntaxPrinter.PrintString(description, asBlock: true, indent)).Append('\n').Append(indent);
    }
}
