namespace Oms.Engine.Nodes;

/// <summary>
/// Says of a class bound to an object type that implements <c>Node</c> how its objects are fetched: by the static method marked <see cref="NodeResolverAttribute"/>, or
/// called <c>Get</c>, <c>GetAsync</c>, <c>GetPerson</c> or <c>GetPersonAsync</c>. Its first parameter takes the id, the rest services. The id field is a
/// global id without <see cref="IDAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class NodeAttribute : Attribute
{
    /// <summary>The property of the id; <c>Id</c> by default.</summary>
    public string IdField { get; set; } = "Id";

    /// <summary>The class of the node resolver; null for the class itself.</summary>
    public Type? NodeResolverType { get; set; }

    /// <summary>The method that fetches an object; null to find it by attribute and name.</summary>
    public string? NodeResolver { get; set; }
}
