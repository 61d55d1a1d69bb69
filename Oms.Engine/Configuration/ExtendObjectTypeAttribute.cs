namespace Oms.Engine.Configuration;

/// <summary>Marks a class whose public methods and properties resolve fields of an object type, next to that type's own class.</summary>
/// <param name="name">The object type's name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute(string name) : Attribute
{
    /// <summary>The object type's name.</summary>
    public string Name { get; } = name;
}
