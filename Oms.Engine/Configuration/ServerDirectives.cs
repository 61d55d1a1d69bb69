using Oms.Engine.Language;

namespace Oms.Engine.Configuration;

/// <summary>
/// The directives a server brings along: <c>@authorize</c>, <c>@public</c>, <c>@visible</c>, <c>@cost</c>, <c>@listSize</c>,
/// <c>@constraint</c>, <c>@usePaging</c>, <c>@useFiltering</c> and <c>@useSorting</c>. A schema document uses them
/// without defining them (<c>@cacheControl</c> where <c>AddCacheControl</c> was called); a tool that reads such a document adds <see cref="Document"/> with <see cref="Types.SchemaBuilder.AddDefaults"/>.
/// </summary>
public static class ServerDirectives
{
    /// <summary>Their definitions.</summary>
    public static DocumentNode Document { get; } = Parser.ParseDocument(Sdl);

    private const string Sdl = """
        "Who may use a field, or every field of a type: those who fulfil the policy and have one of the roles."
        directive @authorize(policy: String, roles: [String!], apply: ApplyPolicy! = BEFORE_RESOLVER) repeatable on OBJECT | FIELD_DEFINITION
        "Says that everybody may use a field, or every field of a type."
        directive @public on OBJECT | FIELD_DEFINITION
        "Who sees a part of the schema, where callers see only what they may use; it does not exist for others."
        directive @visible(policy: String, roles: [String!]) repeatable on ARGUMENT_DEFINITION | ENUM | ENUM_VALUE | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | INPUT_OBJECT | INTERFACE | OBJECT | UNION
        "What a field, argument, input field or value weighs when the cost of an operation is counted."
        directive @cost("A number." weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        "How long the lists of a field are when the cost of an operation is counted."
        directive @listSize(
          "The length when nothing better is known."
          assumedSize: Int
          "The arguments that bound the length."
          slicingArguments: [String!]
          "The length when no slicing argument is given."
          slicingArgumentDefaultValue: Int
          "The lists of the returned object that are as long; the field itself when there are none."
          sizedFields: [String!]
          "Whether exactly one slicing argument has to be given."
          requireOneSlicingArgument: Boolean! = true
        ) on FIELD_DEFINITION
        "What a value has to be beyond its type. Of a list, minItems and maxItems hold for the list and the rest for each item."
        directive @constraint(
          minLength: Int
          maxLength: Int
          startsWith: String
          endsWith: String
          contains: String
          notContains: String
          pattern: String
          min: Float
          max: Float
          exclusiveMin: Float
          exclusiveMax: Float
          multipleOf: Float
          minItems: Int
          maxItems: Int
        ) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
        "Makes a list a connection, read page by page. What is left out is as the server has it."
        directive @usePaging(
          "The name of the connection's types without `Connection` and `Edge`; the field's name when left out."
          connectionName: String
          "How many items a page has when the client does not say."
          defaultPageSize: Int
          "How many items a page may have."
          maxPageSize: Int
          "Whether the connection has `totalCount`."
          includeTotalCount: Boolean
          "Whether pages can be read from the end."
          allowBackwardPagination: Boolean
          "Whether the client has to say how many items it wants."
          requirePagingBoundaries: Boolean
        ) on FIELD_DEFINITION
        "Gives a list or connection the argument `where`, generated from the type it lists."
        directive @useFiltering on FIELD_DEFINITION
        "Gives a list or connection the argument `order`, generated from the type it lists."
        directive @useSorting on FIELD_DEFINITION
        "When a directive @authorize is looked at."
        enum ApplyPolicy {
          "Before the field is resolved."
          BEFORE_RESOLVER
          "After the field is resolved."
          AFTER_RESOLVER
          "Before anything is resolved."
          VALIDATION
        }
        """;
}
