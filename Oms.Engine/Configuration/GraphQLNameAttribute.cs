namespace Oms.Engine.Configuration;

/// <summary>The name a class, member or parameter has in the schema, where it is not the camelCase (enum values: SCREAMING_CASE) of its own.</summary>
/// <param name="name">The name in the schema.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string Name { get; } = name;
}
