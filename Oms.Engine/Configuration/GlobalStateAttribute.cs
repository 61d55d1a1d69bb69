namespace Oms.Engine.Configuration;

/// <summary>The parameter takes an entry of the request's context data; its default when the entry is missing.</summary>
/// <param name="key">The entry's key; the parameter's name when left out.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class GlobalStateAttribute(string? key = null) : Attribute
{
    /// <summary>The entry's key; null: the parameter's name.</summary>
    public string? Key { get; } = key;
}
