using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Types;
using Oms.Engine.Validation;
using Shouldly;

namespace Oms.Engine.Tests.Validation;

/// <summary>A schema of animals that the tests of the rules share, and what they say about documents for it.</summary>
internal static class Zoo
{
    public static Schema Schema { get; } = Build("""
        type Query {
          animal(id: ID, order: Order, kind: Kind = DOG): Animal
          animals(first: Int! = 10, where: Where, tags: [String!], any: Anything): [Animal!]!
          dog(name: String!): Dog
          pet: Pet
          find(by: Key): Animal
          count(level: Int!, ratio: Float, flag: Boolean, lists: [[Int]]): Int
        }
        type Mutation { feed(id: ID!): Dog }
        type Subscription { fed(id: ID): Dog  born: Cat }
        interface Animal { id: ID! name: String friends: [Animal] mother: Animal }
        interface Plant { id: ID! height: Int }
        type Dog implements Animal { id: ID! name: String friends: [Animal] mother: Dog barks(loud: Boolean): Boolean volume: Int home: Home }
        type Cat implements Animal { id: ID! name: String friends: [Animal] mother: Cat meows: Boolean volume: Int! home: Home }
        type Oak implements Plant { id: ID! height: Int }
        type Home { owner: String rooms: Int }
        union Pet = Dog | Cat
        enum Kind { DOG CAT }
        enum Order { UP DOWN }
        input Where { name: String age: Int! = 3 kind: Kind! and: [Where!] }
        input Key @oneOf { id: ID name: String }
        scalar Anything
        directive @mark(text: String) repeatable on FIELD | FRAGMENT_DEFINITION
        directive @level(of: Int!) on FIELD | QUERY | VARIABLE_DEFINITION
        """);

    public static Schema Build(string sdl) => SchemaBuilder.New().AddDocumentFromString(sdl).Build();

    public static IReadOnlyList<GraphQLError> Validate(string document, ValidationOptions? options = null) =>
        DocumentValidator.Validate(Schema, Parser.ParseDocument(document, ParserOptions.TypeSystem), options ?? ValidationOptions.Unlimited);

    public static void Accepts(string document) => Validate(document).ShouldBeEmpty();

    /// <param name="document">The document.</param>
    /// <param name="places">For each error its places as line:column, in the order of the error's nodes.</param>
    public static void Refuses(string document, params string[] places)
    {
        var errors = Validate(document);
        errors.Select(Places).Order(StringComparer.Ordinal).ShouldBe(places.Order(StringComparer.Ordinal));
        errors.ShouldAllBe(error => error.Code != null && error.Message.Length > 0);
    }

    public static string Places(GraphQLError error) => string.Join(' ', error.Locations.Select(place => $"{place.Line}:{place.Column}"));
}
