namespace Oms.Engine.Validation;

/// <summary>The moments of a walk that a rule wants to hear of.</summary>
[Flags]
internal enum ValidationEvents
{
    None = 0,
    EnterDocument = 1 << 0,
    LeaveDocument = 1 << 1,
    EnterOperation = 1 << 2,
    LeaveOperation = 1 << 3,
    EnterFragment = 1 << 4,
    VariableDefinition = 1 << 5,
    SelectionSet = 1 << 6,
    EnterField = 1 << 7,
    LeaveField = 1 << 8,
    InlineFragment = 1 << 9,
    FragmentSpread = 1 << 10,
    Directives = 1 << 11,
    EnterDirective = 1 << 12,
    Argument = 1 << 13,
    NamedType = 1 << 14,
    EnterValue = 1 << 15,
    LeaveValue = 1 << 16,
    ObjectField = 1 << 17,
}
