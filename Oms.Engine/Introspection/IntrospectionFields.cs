using Oms.Engine.Binding;
using Oms.Engine.Execution;
using Oms.Engine.Types;

namespace Oms.Engine.Introspection;

/// <summary>The fields of introspection (spec 4): pure reads of the schema, executed like any others.</summary>
internal static class IntrospectionFields
{
    private static readonly Dictionary<string, Func<ResolverContext, object?>> Resolvers = new(StringComparer.Ordinal)
    {
        ["__Schema.description"] = c => c.Schema.Description,
        ["__Schema.types"] = c => c.Schema.Types,
        ["__Schema.queryType"] = c => c.Schema.QueryType,
        ["__Schema.mutationType"] = c => c.Schema.MutationType,
        ["__Schema.subscriptionType"] = c => c.Schema.SubscriptionType,
        ["__Schema.directives"] = c => c.Schema.DirectiveDefinitions,
        ["__Schema.optInFeatures"] = c => OptInFeatures.All(c.Schema),
        ["__Schema.optInFeatureStability"] = c => OptInFeatures.StabilitiesOf(c.Schema),

        ["__OptInFeatureStability.feature"] = c => ((AppliedDirective)c.Parent!).GetString("feature"),
        ["__OptInFeatureStability.stability"] = c => ((AppliedDirective)c.Parent!).GetString("stability"),

        ["__Type.kind"] = c => KindOf(Type(c)),
        ["__Type.name"] = c => (Type(c) as NamedType)?.Name,
        ["__Type.description"] = c => (Type(c) as NamedType)?.Description,
        ["__Type.specifiedByURL"] = c => (Type(c) as ScalarType)?.SpecifiedByUrl,
        ["__Type.fields"] = c => (Type(c) as ComplexType)?.Fields.Where(f => Wanted(c, f, f.IsDeprecated)).ToArray(),
        ["__Type.interfaces"] = c => (Type(c) as ComplexType)?.Interfaces,
        ["__Type.possibleTypes"] = c => Type(c) is NamedType { IsAbstractType: true } type ? type.PossibleTypes : null,
        ["__Type.enumValues"] = c => (Type(c) as EnumType)?.Values.Where(v => Wanted(c, v, v.IsDeprecated)).ToArray(),
        ["__Type.inputFields"] = c => (Type(c) as InputObjectType)?.Fields.Where(f => Wanted(c, f, f.IsDeprecated)).ToArray(),
        ["__Type.ofType"] = c => Type(c) is NonNullType nonNull ? nonNull.NullableType : Type(c).ItemType,
        ["__Type.isOneOf"] = c => Type(c) is InputObjectType input ? input.IsOneOf : null,

        ["__Field.name"] = c => Field(c).Name,
        ["__Field.description"] = c => Field(c).Description,
        ["__Field.args"] = c => Field(c).Arguments.Where(a => Wanted(c, a, a.IsDeprecated)).ToArray(),
        ["__Field.type"] = c => Field(c).Type,
        ["__Field.isDeprecated"] = c => Field(c).IsDeprecated,
        ["__Field.deprecationReason"] = c => Field(c).DeprecationReason,
        ["__Field.requiresOptIn"] = c => OptInFeatures.Of(Field(c)),

        ["__InputValue.name"] = c => Input(c).Name,
        ["__InputValue.description"] = c => Input(c).Description,
        ["__InputValue.type"] = c => Input(c).Type,
        ["__InputValue.defaultValue"] = c => DefaultValueText.Of(Input(c)),
        ["__InputValue.isDeprecated"] = c => Input(c).IsDeprecated,
        ["__InputValue.deprecationReason"] = c => Input(c).DeprecationReason,
        ["__InputValue.requiresOptIn"] = c => OptInFeatures.Of(Input(c)),

        ["__EnumValue.name"] = c => ((EnumValue)c.Parent!).Name,
        ["__EnumValue.description"] = c => ((EnumValue)c.Parent!).Description,
        ["__EnumValue.isDeprecated"] = c => ((EnumValue)c.Parent!).IsDeprecated,
        ["__EnumValue.deprecationReason"] = c => ((EnumValue)c.Parent!).DeprecationReason,
        ["__EnumValue.requiresOptIn"] = c => OptInFeatures.Of((EnumValue)c.Parent!),

        ["__Directive.name"] = c => Directive(c).Name,
        ["__Directive.description"] = c => Directive(c).Description,
        ["__Directive.isRepeatable"] = c => Directive(c).IsRepeatable,
        ["__Directive.locations"] = c => Directive(c).LocationNames,
        ["__Directive.args"] = c => Directive(c).Arguments.Where(a => Wanted(c, a, a.IsDeprecated)).ToArray(),
    };

    /// <summary>Adds the resolvers of the introspection types and of <c>__schema</c> and <c>__type</c>.</summary>
    public static void AddTo(Schema schema, Dictionary<FieldDefinition, FieldBinding> bindings)
    {
        bindings[schema.SchemaMetaField] = new FieldBinding { Sync = c => c.Schema };
        bindings[schema.TypeMetaField] = new FieldBinding
        {
            Sync = c => c.Schema.TryGetType((string)c.Typed[0]!, out var type) ? type : null, ArgumentTypes = [typeof(string)],
        };
        foreach (var type in schema.Types.OfType<ObjectType>().Where(t => t.IsIntrospectionType))
            foreach (var field in type.Fields)
                bindings[field] = new FieldBinding { Sync = Resolvers[field.Coordinate], ArgumentTypes = [.. field.Arguments.Select(_ => typeof(object))] };
    }

    private static IType Type(ResolverContext context) => (IType)context.Parent!;

    private static FieldDefinition Field(ResolverContext context) => (FieldDefinition)context.Parent!;

    private static InputValueDefinition Input(ResolverContext context) => (InputValueDefinition)context.Parent!;

    private static DirectiveDefinition Directive(ResolverContext context) => (DirectiveDefinition)context.Parent!;

    // The second argument is there where the schema has opt-in features.
    private static bool Wanted(ResolverContext context, TypeSystemMember member, bool isDeprecated) =>
        (!isDeprecated || context.Typed is [true, ..]) && (context.Typed is not [_, var asked] || OptInFeatures.IsShown(member, asked as IEnumerable<object?>));

    private static string KindOf(IType type) => type.Kind switch
    {
        TypeKind.Scalar => "SCALAR",
        TypeKind.Object => "OBJECT",
        TypeKind.Interface => "INTERFACE",
        TypeKind.Union => "UNION",
        TypeKind.Enum => "ENUM",
        TypeKind.InputObject => "INPUT_OBJECT",
        TypeKind.List => "LIST",
        _ => "NON_NULL",
    };
}
