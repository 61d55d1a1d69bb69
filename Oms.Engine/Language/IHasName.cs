namespace Oms.Engine.Language;

/// <summary>A syntax node with a name.</summary>
public interface IHasName
{
    /// <summary>Its name.</summary>
    public NameNode Name { get; }
}
