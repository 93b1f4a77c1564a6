"""What the frames about tasks do to the task of their receiver."""

from deskproof.simulator.wire.kernel.frame import Task
from deskproof.simulator.wire.monitoring.catalogue import MONITORING_FRAMES
from deskproof.simulator.wire.tasks.catalogue import TASK_FRAMES
from deskproof.simulator.wire.tasks.shapes import TaskData


def test_task_frames_say_what_they_do_to_the_task() -> None:
    for frame in (*TASK_FRAMES, *MONITORING_FRAMES):
        assert (frame.task is not None) is (issubclass(frame.model, TaskData) and frame in TASK_FRAMES)


def test_what_each_frame_does_to_the_task_of_its_receiver() -> None:
    does = {
        kind.name: sorted({frame.name for frame in TASK_FRAMES if frame.task is kind})
        for kind in Task
        if kind is not Task.CONCERNS
    }
    assert does == {
        "GIVES": ["AgentContact", "AgentContactReserved", "AgentOfferCampaignReservation"],
        "TAKES": ["AgentOfferContactRona", "AgentWrappedUp", "ContactEnded"],
        "TAKES_FROM_CONSULTED": ["AgentConsultEnded"],
    }
