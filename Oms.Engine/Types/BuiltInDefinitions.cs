using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>What every schema has: the specified scalars, directives (spec 3.5, 3.13) and the types of introspection (spec 4.2), as SDL.</summary>
internal static class BuiltInDefinitions
{
    private const string ScalarsAndIntrospection = """"
        "A whole number from -2^31 to 2^31-1."
        scalar Int
        "A double-precision number as IEEE 754 defines it, finite."
        scalar Float
        "A text, as a sequence of Unicode characters."
        scalar String
        "`true` or `false`."
        scalar Boolean
        "An identifier: opaque, written as a string, read from a string or a whole number."
        scalar ID

        "A schema: its types, its directives and the roots of its operations."
        type __Schema {
          description: String
          "All types of the schema."
          types: [__Type!]!
          "The root of queries."
          queryType: __Type!
          "The root of mutations, if there are any."
          mutationType: __Type
          "The root of subscriptions, if there are any."
          subscriptionType: __Type
          "All directives of the schema."
          directives: [__Directive!]!
        }

        "A type. Which of its fields have a value depends on its kind."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          "Where the format of a scalar is specified."
          specifiedByURL: String
          fields(includeDeprecated: Boolean! = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          "The type inside a list or a non-null."
          ofType: __Type
          "Whether exactly one field of the input object must be given."
          isOneOf: Boolean
        }

        "The kinds of types."
        enum __TypeKind {
          SCALAR
          OBJECT
          INTERFACE
          UNION
          ENUM
          INPUT_OBJECT
          LIST
          NON_NULL
        }

        "A field of an object type or interface."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The default as GraphQL writes it."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive."
        type __Directive {
          name: String!
          description: String
          "Whether it may be applied more than once at one place."
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "The places where directives may be applied."
        enum __DirectiveLocation {
          QUERY
          MUTATION
          SUBSCRIPTION
          FIELD
          FRAGMENT_DEFINITION
          FRAGMENT_SPREAD
          INLINE_FRAGMENT
          VARIABLE_DEFINITION
          SCHEMA
          SCALAR
          OBJECT
          FIELD_DEFINITION
          ARGUMENT_DEFINITION
          INTERFACE
          UNION
          ENUM
          ENUM_VALUE
          INPUT_OBJECT
          INPUT_FIELD_DEFINITION
        }

        "The meta fields; this type is no part of the schema, its fields are."
        type __MetaFields {
          "The schema."
          __schema: __Schema!
          "A type by its name."
          __type("The name of the type." name: String!): __Type
          "The name of the object's type."
          __typename: String!
        }
        """";

    private const string SpecifiedDirectives = """
        "Includes the field or fragment only when the argument is true."
        directive @include("Included when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Skips the field or fragment when the argument is true."
        directive @skip("Skipped when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Marks something that should no longer be used."
        directive @deprecated(
          "Why, and what to use instead, in Markdown."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        "Says where the format of a scalar is specified."
        directive @specifiedBy("The URL of the specification." url: String!) on SCALAR
        "Asks for exactly one field of an input object."
        directive @oneOf on INPUT_OBJECT
        """;

    private const string DeferDirective = """
        "Lets the fragment be delivered later than the rest of the response."
        directive @defer("Deferred when true." if: Boolean! = true, "A name for the part." label: String)
          on FRAGMENT_SPREAD | INLINE_FRAGMENT
        """;

    private const string StreamDirective = """
        "Lets the items of a list be delivered later than the rest of the response."
        directive @stream(
          "Streamed when true."
          if: Boolean! = true
          "A name for the part."
          label: String
          "How many items come with the rest of the response."
          initialCount: Int! = 0
        ) on FIELD
        """;

    private const string OptInDirectives = """
        "Marks what introspection shows only to who asks for its feature; everybody may use it."
        directive @requiresOptIn("The feature." feature: String!) repeatable on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        "Says how stable a feature is."
        directive @optInFeatureStability("The feature." feature: String!, "Such as `experimental`." stability: String!) repeatable on SCHEMA
        """;

    private const string OptInFields = """
          "The features that have to be asked for."
          optInFeatures: [String!]
          "How stable they are, where the schema says so."
          optInFeatureStability: [__OptInFeatureStability!]!
        }

        "How stable an opt-in feature is."
        type __OptInFeatureStability {
          feature: String!
          stability: String!
        }
        """;

    private static readonly ParserOptions WithoutLocations = ParserOptions.TypeSystem with { IncludeLocations = false };

    public const string MetaFieldsType = "__MetaFields";

    public const string DefaultDeprecationReason = "No longer supported";

    /// <summary>The specified scalars and introspection types; the last is the carrier of the meta fields.</summary>
    public static DocumentNode Types { get; } = Parser.ParseDocument(ScalarsAndIntrospection, WithoutLocations);

    /// <summary><see cref="Types"/> of a schema with opt-in features.</summary>
    public static DocumentNode OptInTypes { get; } = Parser.ParseDocument(WithOptIn(ScalarsAndIntrospection), WithoutLocations);

    /// <summary>The directives of a schema with opt-in features.</summary>
    public static DocumentNode OptIn { get; } = Parser.ParseDocument(OptInDirectives, WithoutLocations);

    /// <summary>The specified directives.</summary>
    public static DocumentNode Directives { get; } = Parser.ParseDocument(SpecifiedDirectives, WithoutLocations);

    public static DocumentNode Defer { get; } = Parser.ParseDocument(DeferDirective, WithoutLocations);

    public static DocumentNode Stream { get; } = Parser.ParseDocument(StreamDirective, WithoutLocations);

    /// <summary>The names of <see cref="Types"/> that stand in a schema.</summary>
    public static HashSet<string> TypeNames { get; } =
    [
        .. Types.Definitions.Cast<TypeDefinitionNode>().Select(d => d.Name.Value).Where(name => name != MetaFieldsType),
    ];

    private static string WithOptIn(string types) => types
        .Replace("includeDeprecated: Boolean! = false", "includeDeprecated: Boolean! = false, includeOptIn: [String!]", StringComparison.Ordinal)
        .Replace("  deprecationReason: String\n", "  deprecationReason: String\n  requiresOptIn: [String!]\n", StringComparison.Ordinal)
        .Replace("  directives: [__Directive!]!\n}", "  directives: [__Directive!]!\n" + OptInFields, StringComparison.Ordinal);
}
