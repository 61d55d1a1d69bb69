using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation;

/// <summary>A place where a variable is used.</summary>
/// <param name="Variable">The use.</param>
/// <param name="LocationType">The type expected there; null when it is not known.</param>
/// <param name="ParentType">The type around it: for an input field, of the object; null when it is not known.</param>
/// <param name="HasLocationDefault">Whether the argument or input field has a default, so that leaving the variable out is no null.</param>
internal readonly record struct VariableUsage(VariableNode Variable, IType? LocationType, IType? ParentType, bool HasLocationDefault);
