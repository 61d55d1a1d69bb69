namespace Oms.Domain.Compatibility.Elements;

/// <summary>A change of a member that can be judged before anybody makes it.</summary>
public enum MemberChange
{
    /// <summary>It is taken away.</summary>
    Delete,

    /// <summary>It has another name, and stays what it is.</summary>
    Rename,
}
