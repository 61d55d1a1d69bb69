using System.Collections.Immutable;
using System.Text.Json;
using Oms.Engine.Configuration;
using Oms.Engine.Data;
using Oms.Engine.Language;

namespace Oms.Engine.Mutations;

/// <summary>Rewrites one field of the mutation type.</summary>
/// <param name="field">The field.</param>
/// <param name="options">The names.</param>
/// <param name="setup">Where the resolver is found.</param>
/// <param name="root">The mutation type.</param>
/// <param name="errorTypes">Writes the types of errors.</param>
/// <param name="defaults">Gets the generated types.</param>
/// <param name="problems">Gets what can not be.</param>
internal sealed class MutationRewriting(
    FieldDefinitionNode field, MutationConventionOptions options, SchemaSetup setup, string root, ErrorTypeGenerator errorTypes, List<DefinitionNode> defaults, List<string> problems)
{
    private static readonly string[] Known = ["inputTypeName", "inputArgumentName", "payloadTypeName", "payloadFieldName", "payloadErrorTypeName", "payloadErrorsFieldName", "disable"];

    private readonly DirectiveNode? directive = field.Directives.FirstOrDefault(d => d.Name.Value == MutationConventions.Directive);

    /// <summary>The field as it is to be, told to the conventions when it follows them.</summary>
    public FieldDefinitionNode Rewrite(List<MutationConvention> conventions)
    {
        var (named, _) = CompositeTypes.Unwrap(field.Type);
        var payload = Name("payloadTypeName", options.PayloadTypeNamePattern);
        problems.AddRange(directive?.Arguments.Where(a => !Known.Contains(a.Name.Value))
            .Select(a => $"@{MutationConventions.Directive} of {root}.{field.Name.Value} has no argument {a.Name.Value}.") ?? []);
        // Who returns the payload already has written the convention out.
        if (IsDisabled || named == payload)
            return With(field.Arguments, field.Type);
        var convention = new MutationConvention(
            field.Name.Value, InputOf(out var arguments), Name("payloadFieldName", JsonNamingPolicy.CamelCase.ConvertName(named)),
            Name("payloadErrorsFieldName", options.PayloadErrorsFieldName), new DeclaredErrors(MutationResolvers.Find(setup, root, field.Name.Value), problems));
        conventions.Add(convention);
        WritePayload(payload, convention);
        return With(arguments, new NonNullTypeNode(field.Type.Location, TypeNamed(payload)));
    }

    private bool IsDisabled => directive is null ? !options.ApplyToAllMutations : Given("disable") is BooleanValueNode { Value: true };

    private string Name(string argument, string pattern) => Given(argument) is StringValueNode { Value: var name }
        ? name
        : pattern.Replace("{MutationName}", char.ToUpperInvariant(field.Name.Value[0]) + field.Name.Value[1..], StringComparison.Ordinal);

    private ValueNode? Given(string argument) => directive?.Arguments.FirstOrDefault(a => a.Name.Value == argument)?.Value;

    private FieldDefinitionNode With(ImmutableArray<InputValueDefinitionNode> arguments, TypeNode type) => new(
        field.Location, field.Description, field.Name, arguments, type, [.. field.Directives.Where(d => d != directive)]);

    private string? InputOf(out ImmutableArray<InputValueDefinitionNode> arguments)
    {
        var (argument, type) = (Name("inputArgumentName", options.InputArgumentName), Name("inputTypeName", options.InputTypeNamePattern));
        arguments = field.Arguments;
        if (arguments.IsEmpty || (arguments is [var only] && only.Name.Value == argument && CompositeTypes.Unwrap(only.Type).Named == type))
            return null;
        defaults.Add(new InputObjectTypeDefinitionNode(field.Location, Text($"What {field.Name.Value} takes."), NameOf(type), [], arguments));
        arguments = [new InputValueDefinitionNode(field.Location, null, NameOf(argument), new NonNullTypeNode(field.Location, TypeNamed(type)), null, [])];
        return argument;
    }

    private void WritePayload(string payload, MutationConvention convention)
    {
        var data = new FieldDefinitionNode(field.Location, null, NameOf(convention.PayloadField), [], field.Type is NonNullTypeNode nonNull ? nonNull.Type : field.Type, []);
        ImmutableArray<FieldDefinitionNode> fields = [data];
        if (convention.Errors.Types.Any())
        {
            var union = Name("payloadErrorTypeName", options.PayloadErrorTypeNamePattern);
            WriteErrors(union, convention.Errors);
            var list = new ListTypeNode(field.Location, new NonNullTypeNode(field.Location, TypeNamed(union)));
            fields = fields.Add(new FieldDefinitionNode(field.Location, Text("Why it was not done; null when it was."), NameOf(convention.ErrorsField), [], list, []));
        }

        defaults.Add(new ObjectTypeDefinitionNode(field.Location, Text($"What {field.Name.Value} comes to."), NameOf(payload), [], [], fields));
    }

    private void WriteErrors(string union, DeclaredErrors errors)
    {
        Define($"union {union} = {string.Join(" | ", errors.Types.Select(ErrorTypeGenerator.NameOf))}");
        Define(ErrorTypeGenerator.Interface);
        foreach (var type in errors.Types)
            Define(errorTypes.Write(type));
    }

    // The first of a name counts, and what the document defines counts before all of them.
    private void Define(string sdl) => defaults.AddRange(Parser.ParseDocument(new Source(sdl, "generated"), ParserOptions.TypeSystem).Definitions);

    private NamedTypeNode TypeNamed(string name) => new(field.Type.Location, NameOf(name));

    private NameNode NameOf(string name) => new(field.Name.Location, name);

    private StringValueNode Text(string text) => new(field.Location, text, isBlock: false);
}
