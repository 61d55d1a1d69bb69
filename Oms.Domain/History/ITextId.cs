namespace Oms.Domain.History;

/// <summary>An identity that is written as text.</summary>
/// <typeparam name="TSelf">The identity type.</typeparam>
public interface ITextId<TSelf> where TSelf : struct, ITextId<TSelf>
{
    /// <summary>The id as text.</summary>
    string Value { get; }

    /// <summary>Takes a text that this system wrote itself, unchecked.</summary>
    static abstract TSelf Trusted(string text);
}
