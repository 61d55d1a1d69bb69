namespace Oms.Engine.Language;

/// <summary>A syntax node with a name.</summary>
public interface IHasName
{
    /// <summary>Its name.</summary>
    NameNode Name { get; }
}
