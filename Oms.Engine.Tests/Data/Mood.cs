namespace Oms.Engine.Tests.Data;

public enum Mood
{
    Calm,
    VeryHappy,
    Cross,
}
