namespace Oms.Engine.Authorization;

/// <summary>When <c>@authorize</c> is looked at.</summary>
public enum ApplyPolicy
{
    /// <summary>Before the field's resolver, which is not called when access is denied.</summary>
    BeforeResolver,

    /// <summary>After the field's resolver, whose result is dropped when access is denied.</summary>
    AfterResolver,

    /// <summary>Before execution: the whole request is refused.</summary>
    Validation,
}
